import './map.css';
