import { render } from 'preact';
import { connect } from '../shared/host';
import { App } from './app';
import { readToPage } from './contract';
import './map.css';

const root = document.createElement('div');
root.id = 'root';
document.body.append(root);
render(<App host={connect(readToPage)} />, root);
