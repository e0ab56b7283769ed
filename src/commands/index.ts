import { accountImport } from './accountImport';
import { accountRename } from './accountRename';
import { accountRenew } from './accountRenew';
import { accountSignIn } from './accountSignIn';
import { accountSignOut } from './accountSignOut';
import { accountSignOutAll } from './accountSignOutAll';
import { endpointCheck } from './endpointCheck';
import { endpointConnect } from './endpointConnect';
import { endpointDisconnect } from './endpointDisconnect';
import { endpointKeys } from './endpointKeys';
import { flowAdd } from './flowAdd';
import { flowClone } from './flowClone';
import { flowCompare } from './flowCompare';
import { flowCopyId } from './flowCopyId';
import { flowCopyJson } from './flowCopyJson';
import { flowCreate } from './flowCreate';
import { flowDelete } from './flowDelete';
import { flowDeprecate } from './flowDeprecate';
import { flowFind } from './flowFind';
import { flowForget } from './flowForget';
import { flowHistory } from './flowHistory';
import { flowJsonCheckAll } from './flowJsonCheckAll';
import { flowJsonExtractData } from './flowJsonExtractData';
import { flowJsonGenerateRoutes } from './flowJsonGenerateRoutes';
import { flowJsonMoveComponent } from './flowJsonMoveComponent';
import { flowJsonSortRoutes } from './flowJsonSortRoutes';
import { flowJsonUpgrade } from './flowJsonUpgrade';
import { flowMapExport } from './flowMapExport';
import { flowMapOpen } from './flowMapOpen';
import { flowOpenConsole } from './flowOpenConsole';
import { flowOpenJson } from './flowOpenJson';
import { flowPreview } from './flowPreview';
import { flowPublish } from './flowPublish';
import { flowRefresh } from './flowRefresh';
import { flowRename } from './flowRename';
import { flowReplaceJson } from './flowReplaceJson';
import { flowSaveJsonAs } from './flowSaveJsonAs';
import { flowsClearFilter } from './flowsClearFilter';
import { flowSetCategories } from './flowSetCategories';
import { flowSetEndpoint } from './flowSetEndpoint';
import { flowsFilter } from './flowsFilter';
import { flowsRefresh } from './flowsRefresh';
import { flowsSort } from './flowsSort';
import { helpLog } from './helpLog';
import { helpWalkthrough } from './helpWalkthrough';
import { linkAdd } from './linkAdd';
import { linkCompare } from './linkCompare';
import { linkMerge } from './linkMerge';
import { linkOpenFlow } from './linkOpenFlow';
import { linkPull } from './linkPull';
import { linkPush } from './linkPush';
import { linkRemove } from './linkRemove';
import { linksCheck } from './linksCheck';
import { linksEnvironment } from './linksEnvironment';
import { linksFolder } from './linksFolder';
import { linksPullAll } from './linksPullAll';
import { linksPushAll } from './linksPushAll';
import { localPreviewCopyPicture } from './localPreviewCopyPicture';
import { localPreviewExportLog } from './localPreviewExportLog';
import { localPreviewGoToScreen } from './localPreviewGoToScreen';
import { localPreviewInspect } from './localPreviewInspect';
import { localPreviewOpen } from './localPreviewOpen';
import { localPreviewOpenAnother } from './localPreviewOpenAnother';
import { localPreviewOpenAnswers } from './localPreviewOpenAnswers';
import { localPreviewRestart } from './localPreviewRestart';
import { localPreviewSaveAllScreens } from './localPreviewSaveAllScreens';
import { localPreviewSavePicture } from './localPreviewSavePicture';
import { previewCopyLink } from './previewCopyLink';
import { previewOpenInBrowser } from './previewOpenInBrowser';
import { previewOpenJson } from './previewOpenJson';
import { previewReload } from './previewReload';
import { spaceAdd } from './spaceAdd';
import { spaceDownloadAll } from './spaceDownloadAll';
import { spaceRemove } from './spaceRemove';
import { spaceRename } from './spaceRename';
import { versionCompare } from './versionCompare';
import { versionOpen } from './versionOpen';
import { versionRestore } from './versionRestore';
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
  'camsFlows.flow.create': flowCreate,
  'camsFlows.flow.clone': flowClone,
  'camsFlows.flow.rename': flowRename,
  'camsFlows.flow.setCategories': flowSetCategories,
  'camsFlows.flow.setEndpoint': flowSetEndpoint,
  'camsFlows.flow.replaceJson': flowReplaceJson,
  'camsFlows.flow.publish': flowPublish,
  'camsFlows.flow.deprecate': flowDeprecate,
  'camsFlows.flow.delete': flowDelete,
  'camsFlows.flow.compare': flowCompare,
  'camsFlows.flow.history': flowHistory,
  'camsFlows.version.open': versionOpen,
  'camsFlows.version.compare': versionCompare,
  'camsFlows.version.restore': versionRestore,
  'camsFlows.link.add': linkAdd,
  'camsFlows.link.remove': linkRemove,
  'camsFlows.link.pull': linkPull,
  'camsFlows.link.push': linkPush,
  'camsFlows.link.compare': linkCompare,
  'camsFlows.link.merge': linkMerge,
  'camsFlows.link.openFlow': linkOpenFlow,
  'camsFlows.links.folder': linksFolder,
  'camsFlows.links.check': linksCheck,
  'camsFlows.links.pullAll': linksPullAll,
  'camsFlows.links.pushAll': linksPushAll,
  'camsFlows.links.environment': linksEnvironment,
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
  'camsFlows.localPreview.open': localPreviewOpen,
  'camsFlows.localPreview.openAnother': localPreviewOpenAnother,
  'camsFlows.localPreview.restart': localPreviewRestart,
  'camsFlows.localPreview.goToScreen': localPreviewGoToScreen,
  'camsFlows.localPreview.inspect': localPreviewInspect,
  'camsFlows.localPreview.copyPicture': localPreviewCopyPicture,
  'camsFlows.localPreview.savePicture': localPreviewSavePicture,
  'camsFlows.localPreview.saveAllScreens': localPreviewSaveAllScreens,
  'camsFlows.localPreview.exportLog': localPreviewExportLog,
  'camsFlows.localPreview.openAnswers': localPreviewOpenAnswers,
  'camsFlows.flowMap.open': flowMapOpen,
  'camsFlows.flowMap.export': flowMapExport,
  'camsFlows.endpoint.connect': endpointConnect,
  'camsFlows.endpoint.disconnect': endpointDisconnect,
  'camsFlows.endpoint.check': endpointCheck,
  'camsFlows.endpoint.keys': endpointKeys,
  'camsFlows.help.walkthrough': helpWalkthrough,
  'camsFlows.help.log': helpLog,
};
