import { render } from 'preact';
import { App } from './app';
import { readToWebview } from './contract';
import { connect } from './host';
import './preview.css';

const host = connect();

window.addEventListener('message', (event) => {
  // The foreign page in the frame can post to this window too; VS Code posts from our own origin.
  if (event.origin !== window.origin) return;
  const message = readToWebview(event.data);
  if (message !== undefined) host.receive(message);
});

const root = document.createElement('div');
root.id = 'root';
document.body.append(root);
render(<App host={host} />, root);
