using Underpin.Journeys.Browser;

namespace Underpin.Journeys;

/// <summary>One journey at one width: who takes part, and the album of what they saw.</summary>
internal sealed class Journey(JourneySite site, string name, Screen screen) : IAsyncDisposable
{
    readonly Album _album = new(screen, name);
    readonly List<Person> _people = [];

    public Task<Person> PersonAsync(string who) => ComeAsync(who, javaScript: true);

    public Task<Person> PersonWithoutScriptsAsync(string who) => ComeAsync(who, javaScript: false);

    async Task<Person> ComeAsync(string who, bool javaScript)
    {
        var person = await Person.SitDownAsync(who, await Chrome.ContextAsync(screen, site.Address), _album, javaScript);
        _people.Add(person);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people) await person.DisposeAsync();
    }
}
