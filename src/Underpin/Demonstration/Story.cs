using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;

namespace Underpin.Demonstration;

/// <summary>
/// What happens, and when. Each storyline says its own acts in any order; they happen in the order of their times, so that every chain of
/// history reads as it would have been written.
/// </summary>
internal sealed partial class Story(StoryServices services, StoryClock clock, UnderpinDb db, CancellationToken cancel)
{
    readonly List<(DateTimeOffset At, Func<Task> Act)> _acts = [];

    public UnderpinDb Db => db;
    public StoryClock Clock => clock;
    public CancellationToken Cancel => cancel;
    public required IReadOnlyDictionary<string, Guid> Qualifications { get; init; }
    public required IReadOnlyDictionary<string, Guid> Units { get; init; }
    public required IReadOnlyDictionary<(string Unit, string Criterion), Guid> Criteria { get; init; }

    /// <summary>Reads the published content that the story is told on.</summary>
    public static async Task<Story> OpenAsync(StoryServices services, StoryClock clock, UnderpinDb db, CancellationToken cancel) => new(services, clock, db, cancel)
    {
        Qualifications = await db.Qualifications.Where(q => q.IsCurrent).Select(q => new { q.Code, q.Id }).ToDictionaryAsync(q => q.Code, q => q.Id, cancel),
        Units = await db.Units.Where(u => u.IsCurrent).Select(u => new { u.Code, u.Id }).ToDictionaryAsync(u => u.Code, u => u.Id, cancel),
        Criteria = await (
            from criterion in db.Criteria
            join unit in db.Units on criterion.UnitId equals unit.Id
            where unit.IsCurrent
            select new { Unit = unit.Code, criterion.Code, criterion.Id }).ToDictionaryAsync(c => (c.Unit, c.Code), c => c.Id, cancel),
    };

    public T Service<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>So many weeks ago.</summary>
    public void On(int weeks, DayOfWeek day, string time, Func<Task> act) => _acts.Add((clock.Ago(weeks, day, time), act));

    public Change By(Person person) => new() { ActorId = person.Id, ActorName = person.Name, At = clock.Now() };

    public async Task HappenAsync()
    {
        foreach (var (at, act) in _acts.OrderBy(a => a.At))
        {
            clock.MoveTo(at);
            await act();
            // As after a request: nothing lingers from one act to the next.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The token in the latest message that was written to an address, as its reader would find it.</summary>
    public async Task<string> TokenAsync(string to, string path, string about)
    {
        var text = await db.Outbox.Where(m => m.To == to && m.Text.Contains(path) && m.Text.Contains(about)).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Select(m => m.Text).FirstAsync(cancel);
        return Token().Match(text[text.IndexOf(path, StringComparison.Ordinal)..]).Groups[1].Value;
    }

    [GeneratedRegex("^/[a-z]+/([A-Za-z0-9_-]+)")]
    private static partial Regex Token();
}
