import { render } from 'preact';
import { connect } from '../shared/host';
import { App } from './app';
import './local.css';
import { readToPage } from './reading';

const root = document.createElement('div');
root.id = 'root';
document.body.append(root);
render(<App host={connect(readToPage)} />, root);
