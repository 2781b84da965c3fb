using Microsoft.Playwright;

namespace Underpin.Journeys.Browser;

/// <summary>
/// Keeps a page's scripts from running, as for someone who has switched them off. They are let run only while the page is being
/// checked, after it has loaded without them: axe needs scripts, and by then the page's own have been passed over.
/// </summary>
internal sealed class ScriptSwitch
{
    readonly ICDPSession _session;

    ScriptSwitch(ICDPSession session) => _session = session;

    public static async Task<ScriptSwitch> OffAsync(IPage page)
    {
        var made = new ScriptSwitch(await page.Context.NewCDPSessionAsync(page));
        await made.SetAsync(runs: false);
        return made;
    }

    public Task SetAsync(bool runs) => _session.SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = !runs });
}
