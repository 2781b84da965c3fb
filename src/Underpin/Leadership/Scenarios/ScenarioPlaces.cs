namespace Underpin.Leadership.Scenarios;

/// <summary>The pages of one scenario, for the row of links that stands on each.</summary>
/// <param name="Here">The page shown, as its address goes on after the scenario's: "/posts"; "" for the chart.</param>
internal sealed record ScenarioPlaces(ScenarioPage Page, string Here)
{
    /// <summary>Addresses after the scenario's, and words.</summary>
    public IReadOnlyList<(string Address, string Words)> Links => Page.MaySeePay ? ForLeaders : ForAll;

    static readonly (string, string)[] ForAll = [("", "Chart"), ("/findings", "Findings"), ("/overlap", "Overlap"), ("/matrix", "Matrix")];

    static readonly (string, string)[] ForLeaders =
    [
        .. ForAll, ("/paper", "Governors’ paper"), ("/posts", "Posts"), ("/people", "People"), ("/duties", "Duties"), ("/meetings", "Meetings"), ("/settings", "Settings"),
        ("/rotation", "Rotation"), ("/adopt", "Adopt"),
    ];
}
