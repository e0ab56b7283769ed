import './local.css';
