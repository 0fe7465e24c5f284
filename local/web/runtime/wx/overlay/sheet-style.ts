/** Looks of toasts, dialogs, sheets and previews; drawn after WeChat's own. */
export const OVERLAY_CSS = `
.wx-layer{position:fixed;inset:0;z-index:2000;font-size:17px;line-height:1.4;color:#191919}
.wx-layer.is-clear{pointer-events:none}
.wx-dim{background:rgba(0,0,0,.6)}
.wx-toast{position:absolute;left:50%;top:45%;transform:translate(-50%,-50%);min-width:136px;
max-width:78%;padding:20px 14px;border-radius:12px;background:#4c4c4c;color:#fff;text-align:center;
box-sizing:border-box;overflow-wrap:anywhere}
.wx-toast.is-plain{min-width:0;padding:12px 16px}
.wx-toast-icon{display:block;height:44px;font-size:40px;line-height:44px;margin-bottom:12px}
.wx-toast-icon img{width:44px;height:44px;object-fit:contain}
.wx-spin{display:inline-block;width:34px;height:34px;box-sizing:border-box;border-radius:50%;
border:3px solid rgba(255,255,255,.35);border-top-color:#fff;animation:wx-spin 1s linear infinite}
@keyframes wx-spin{to{transform:rotate(1turn)}}
.wx-dialog{position:absolute;left:50%;top:50%;transform:translate(-50%,-50%);width:320px;
max-width:82%;max-height:80%;display:flex;flex-direction:column;border-radius:12px;
background:#fff;overflow:hidden;text-align:center}
.wx-dialog h2{margin:0;padding:28px 24px 0;font-size:17px;font-weight:700}
.wx-dialog-body{padding:16px 24px 28px;color:rgba(0,0,0,.5);overflow:auto;white-space:pre-wrap;
overflow-wrap:anywhere}
.wx-dialog textarea,.wx-dialog input:not([type=checkbox]){width:100%;box-sizing:border-box;padding:8px;
border:0;border-radius:6px;background:#f2f2f2;font:inherit;color:inherit}
.wx-dialog label{display:flex;gap:8px;align-items:center;padding:6px 0;text-align:left}
.wx-dialog footer{display:flex;border-top:1px solid rgba(0,0,0,.1)}
.wx-layer button{flex:1;min-height:56px;padding:0 8px;border:0;background:none;font:inherit;color:inherit}
.wx-dialog footer button{font-weight:700}
.wx-dialog footer button+button{border-left:1px solid rgba(0,0,0,.1)}
.wx-layer button:active{background:rgba(0,0,0,.05)}
.wx-sheet{position:absolute;left:0;right:0;bottom:0;max-height:80%;overflow:auto;background:#f7f7f7;
border-radius:12px 12px 0 0;text-align:center}
.wx-sheet button,.wx-sheet p{display:block;width:100%;margin:0;background:#fff;
border-bottom:1px solid rgba(0,0,0,.08)}
.wx-sheet p{padding:14px;box-sizing:border-box;font-size:13px;color:rgba(0,0,0,.5)}
.wx-sheet .wx-sheet-cancel{margin-top:8px;border:0}
.wx-viewer{background:#000;color:#fff;touch-action:none}
.wx-viewer img,.wx-viewer video{position:absolute;inset:0;width:100%;height:100%;object-fit:contain}
.wx-viewer-count{position:absolute;left:0;right:0;bottom:24px;text-align:center;font-size:14px}
.wx-viewer button{position:absolute;right:8px;top:8px;width:56px;font-size:22px;color:#fff}
.wx-dark .wx-dialog,.wx-dark .wx-sheet button,.wx-dark .wx-sheet p{background:#2c2c2c;color:#ddd}
.wx-dark .wx-dialog-body{color:rgba(255,255,255,.5)}
.wx-dark .wx-dialog textarea,.wx-dark .wx-dialog input:not([type=checkbox]){background:#3a3a3a}
.wx-dark .wx-sheet{background:#1e1e1e}
`;
