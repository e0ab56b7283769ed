import { render } from 'preact';
import { connect } from '../shared/host';
import { App } from './app';
import { readToWebview } from './contract';
import './preview.css';

const root = document.createElement('div');
root.id = 'root';
document.body.append(root);
render(<App host={connect(readToWebview)} />, root);
