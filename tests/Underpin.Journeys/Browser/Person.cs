using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Underpin.Journeys.Browser;

/// <summary>
/// Somebody at a browser of their own. The verbs read as what the person does; every one that lands on a page checks that page
/// (<see cref="PageCheck"/>) and keeps a picture of it for people to look at.
/// </summary>
internal sealed partial class Person : IAsyncDisposable
{
    readonly IBrowserContext _context;
    readonly Album _album;
    readonly ScriptSwitch? _scripts;
    readonly List<string> _complaints = [];
    int _expectedStatus = 200;

    Person(string name, IBrowserContext context, IPage page, Album album, ScriptSwitch? scripts)
    {
        (Name, _context, Page, _album, _scripts) = (name, context, page, album, scripts);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && !IsExpectedStatus(message.Text)) _complaints.Add($"the console says: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Add($"a script failed: {error}");
        page.Dialog += async (_, dialog) =>
        {
            _complaints.Add($"a dialog opened: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public string Name { get; }

    public IPage Page { get; }

    /// <summary>What was wrong with the pages so far.</summary>
    public List<string> Faults { get; } = [];

    public static async Task<Person> SitDownAsync(string name, IBrowserContext context, Album album, bool javaScript)
    {
        var page = await context.NewPageAsync();
        return new(name, context, page, album, javaScript ? null : await ScriptSwitch.OffAsync(page));
    }

    public bool HasScripts => _scripts is null;

    // Going places

    public Task OpenAsync(string address) => LandAsync(() => Page.GotoAsync(address));

    /// <summary>Opens a page that must answer with this status, such as 403, and says so in words.</summary>
    public async Task OpenAsync(string address, int expecting)
    {
        _expectedStatus = expecting;
        try
        {
            await OpenAsync(address);
        }
        finally
        {
            _expectedStatus = 200;
        }
    }

    public Task FollowAsync(string link) => LandAsync(() => Main.GetByRole(AriaRole.Link, Exactly(link)).First.ClickAsync());

    public Task FollowAsync(Regex link) => LandAsync(() => Main.GetByRole(AriaRole.Link, new() { NameRegex = link }).First.ClickAsync());

    /// <summary>A link of the bar at the top or the breadcrumb, outside the page's own content.</summary>
    public Task GoToAsync(string place) => LandAsync(() => Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, Exactly(place)).First.ClickAsync());

    /// <summary>A button, or a link that looks like one.</summary>
    public Task PressAsync(string button) =>
        LandAsync(() => Main.GetByRole(AriaRole.Button, Exactly(button)).Or(Main.GetByRole(AriaRole.Link, Exactly(button))).First.ClickAsync());

    /// <summary>Presses a key where the person is, which takes them to another page.</summary>
    public Task KeyToPageAsync(string key) => LandAsync(() => Page.Keyboard.PressAsync(key));

    /// <summary>What the link gives, fetched with the person's cookies, and its type.</summary>
    public async Task<(string Type, byte[] Content)> DownloadAsync(string link)
    {
        var address = await Main.GetByRole(AriaRole.Link, Exactly(link)).First.GetAttributeAsync("href");
        var response = await _context.APIRequest.GetAsync(address!);
        Assert.True(response.Ok, $"{Name} downloads {address}: {response.Status}");
        return (response.Headers["content-type"], await response.BodyAsync());
    }

    // Filling in

    public Task FillAsync(string label, string text) => Field(label).FillAsync(text);

    /// <summary>A radio button or a tick box, by its words.</summary>
    public Task ChooseAsync(string option) => Main.GetByLabel(option, new() { Exact = true }).First.CheckAsync(new() { Force = true });

    public Task UntickAsync(string option) => Main.GetByLabel(option, new() { Exact = true }).First.UncheckAsync(new() { Force = true });

    public async Task SelectAsync(string label, string option) => await Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    public Task AttachAsync(string label, string fileName, string type, byte[] content) =>
        Field(label).SetInputFilesAsync(new FilePayload { Name = fileName, MimeType = type, Buffer = content });

    /// <summary>A date asked for as day, month and year, in the group with this question.</summary>
    public async Task FillDateAsync(string question, DateOnly date)
    {
        var group = Group(question);
        await group.GetByLabel("Day", new() { Exact = true }).FillAsync($"{date.Day}");
        await group.GetByLabel("Month", new() { Exact = true }).FillAsync($"{date.Month}");
        await group.GetByLabel("Year", new() { Exact = true }).FillAsync($"{date.Year}");
    }

    /// <summary>The fieldset with this question: radio buttons of several questions may share their words.</summary>
    public ILocator Group(string question) => Main.GetByRole(AriaRole.Group, new() { Name = question });

    // Seeing

    public async Task<string> HeadingAsync() => (await Page.Locator("h1").InnerTextAsync()).Trim();

    public Task<string> TextAsync() => Main.InnerTextAsync();

    public async Task SeesAsync(string words)
    {
        try
        {
            await Assertions.Expect(Main).ToContainTextAsync(words, new() { UseInnerText = true, IgnoreCase = true });
        }
        catch (PlaywrightException)
        {
            Assert.Fail($"{Name} at {Page.Url} does not see \"{words}\". The page says:\n{await TextAsync()}");
        }
    }

    public async Task DoesNotSeeAsync(string words) =>
        Assert.DoesNotContain(words, await TextAsync(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Looks at a page that a script has changed, as after a navigation.</summary>
    public Task LookAgainAsync() => LookAsync();

    public ILocator Main => Page.GetByRole(AriaRole.Main);

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    ILocator Field(string label) => Main.GetByLabel(label, new() { Exact = true });

    static LocatorGetByRoleOptions Exactly(string name) => new() { Name = name, Exact = true };

    async Task LandAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        try
        {
            await act();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException)
        {
            await _album.KeepAlwaysAsync(Page, "stuck");
            Assert.Fail($"{Name} is stuck at {Page.Url}: {e.Message}\nThe page says:\n{await Page.Locator("body").InnerTextAsync()}");
        }
        finally
        {
            Page.Load -= Loaded;
        }

        await LookAsync();
    }

    async Task LookAsync()
    {
        var heading = await Page.Locator("h1").First.InnerTextAsync();
        await _album.KeepAsync(Page, heading);
        if (_scripts is not null) await _scripts.SetAsync(runs: true);
        List<string> faults = [.. _complaints, .. await PageCheck.FaultsAsync(Page)];
        if (_scripts is not null) await _scripts.SetAsync(runs: false);
        _complaints.Clear();
        Faults.AddRange(faults.Select(f => $"  - {Name} at {new Uri(Page.Url).AbsolutePath} (\"{heading.ReplaceLineEndings(" ")}\"): {f}"));
    }

    bool IsExpectedStatus(string message) => _expectedStatus != 200 && message.Contains($"status of {_expectedStatus} ", StringComparison.Ordinal);
}
