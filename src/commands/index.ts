import { accountImport } from './accountImport';
import { accountRename } from './accountRename';
import { accountRenew } from './accountRenew';
import { accountSignIn } from './accountSignIn';
import { accountSignOut } from './accountSignOut';
import { accountSignOutAll } from './accountSignOutAll';
import { flowAdd } from './flowAdd';
import { flowCopyId } from './flowCopyId';
import { flowCopyJson } from './flowCopyJson';
import { flowFind } from './flowFind';
import { flowForget } from './flowForget';
import { flowJsonCheckAll } from './flowJsonCheckAll';
import { flowJsonExtractData } from './flowJsonExtractData';
import { flowJsonGenerateRoutes } from './flowJsonGenerateRoutes';
import { flowJsonMoveComponent } from './flowJsonMoveComponent';
import { flowJsonSortRoutes } from './flowJsonSortRoutes';
import { flowJsonUpgrade } from './flowJsonUpgrade';
import { flowOpenConsole } from './flowOpenConsole';
import { flowOpenJson } from './flowOpenJson';
import { flowPreview } from './flowPreview';
import { flowRefresh } from './flowRefresh';
import { flowSaveJsonAs } from './flowSaveJsonAs';
import { flowsClearFilter } from './flowsClearFilter';
import { flowsFilter } from './flowsFilter';
import { flowsRefresh } from './flowsRefresh';
import { flowsSort } from './flowsSort';
import { helpLog } from './helpLog';
import { helpWalkthrough } from './helpWalkthrough';
import { previewCopyLink } from './previewCopyLink';
import { previewOpenInBrowser } from './previewOpenInBrowser';
import { previewOpenJson } from './previewOpenJson';
import { previewReload } from './previewReload';
import { spaceAdd } from './spaceAdd';
import { spaceDownloadAll } from './spaceDownloadAll';
import { spaceRemove } from './spaceRemove';
import { spaceRename } from './spaceRename';
import type { Command } from './command';
import type { CommandId } from './ids';

export const commands: Record<CommandId, Command> = {
  'camsFlows.account.signIn': accountSignIn,
  'camsFlows.account.import': accountImport,
  'camsFlows.account.renew': accountRenew,
  'camsFlows.account.rename': accountRename,
  'camsFlows.account.signOut': accountSignOut,
  'camsFlows.account.signOutAll': accountSignOutAll,
  'camsFlows.space.add': spaceAdd,
  'camsFlows.space.rename': spaceRename,
  'camsFlows.space.remove': spaceRemove,
  'camsFlows.space.downloadAll': spaceDownloadAll,
  'camsFlows.flows.refresh': flowsRefresh,
  'camsFlows.flows.sort': flowsSort,
  'camsFlows.flows.filter': flowsFilter,
  'camsFlows.flows.clearFilter': flowsClearFilter,
  'camsFlows.flow.find': flowFind,
  'camsFlows.flow.add': flowAdd,
  'camsFlows.flow.forget': flowForget,
  'camsFlows.flow.refresh': flowRefresh,
  'camsFlows.flow.openJson': flowOpenJson,
  'camsFlows.flow.saveJsonAs': flowSaveJsonAs,
  'camsFlows.flow.copyJson': flowCopyJson,
  'camsFlows.flow.copyId': flowCopyId,
  'camsFlows.flow.openConsole': flowOpenConsole,
  'camsFlows.flow.preview': flowPreview,
  'camsFlows.flowJson.checkAll': flowJsonCheckAll,
  'camsFlows.flowJson.upgrade': flowJsonUpgrade,
  'camsFlows.flowJson.extractData': flowJsonExtractData,
  'camsFlows.flowJson.moveComponent': flowJsonMoveComponent,
  'camsFlows.flowJson.sortRoutes': flowJsonSortRoutes,
  'camsFlows.flowJson.generateRoutes': flowJsonGenerateRoutes,
  'camsFlows.preview.reload': previewReload,
  'camsFlows.preview.openInBrowser': previewOpenInBrowser,
  'camsFlows.preview.copyLink': previewCopyLink,
  'camsFlows.preview.openJson': previewOpenJson,
  'camsFlows.help.walkthrough': helpWalkthrough,
  'camsFlows.help.log': helpLog,
};
