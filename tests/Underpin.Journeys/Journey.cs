using Underpin.Journeys.Browser;

namespace Underpin.Journeys;

/// <summary>One journey at one width: who takes part, and the album of what they saw.</summary>
internal sealed class Journey(JourneySite site, string name, Screen screen)
{
    readonly Album _album = new(screen, name);
    readonly List<Person> _people = [];

    /// <summary>Walks to the end, or as far as it goes, and then says what was wrong with any page on the way.</summary>
    public async Task WalkAsync(Func<Journey, Task> walk)
    {
        Exception? stopped = null;
        try
        {
            await walk(this);
        }
        catch (Exception e)
        {
            stopped = e;
        }

        foreach (var person in _people) await person.DisposeAsync();
        var faults = _people.SelectMany(p => p.Faults).Distinct().Concat(site.Errors.Take()).ToList();
        if (stopped is null && faults.Count == 0) return;
        Assert.Fail($"{name} at {screen}: {faults.Count} faults{(stopped is null ? "" : ", and it stopped")}\n{string.Join("\n", faults)}\n{stopped}");
    }

    public Task<Person> PersonAsync(string who) => ComeAsync(who, javaScript: true);

    public Task<Person> PersonWithoutScriptsAsync(string who) => ComeAsync(who, javaScript: false);

    async Task<Person> ComeAsync(string who, bool javaScript)
    {
        var person = await Person.SitDownAsync(who, await Chrome.ContextAsync(screen, site.Address), _album, javaScript);
        _people.Add(person);
        return person;
    }
}
