using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Underpin.Leadership.Review;

namespace Underpin.Leadership.Pictures;

/// <summary>Who works with whom at a school: the overlap graph and its table.</summary>
internal sealed class OverlapModel(UnderpinDb db, LeadershipShelf shelf, TimeProvider clock) : SchoolPage
{
    public SchoolOverlap Overlap { get; private set; } = null!;
    public OverlapPicture Picture { get; private set; } = null!;
    public override string Address => $"{Scenario.Address}/overlap";

    public async Task<IActionResult> OnGetAsync(Guid scenario, string? school, CancellationToken cancel)
    {
        if (!await ReadAsync(db, shelf, clock, scenario, school, cancel)) return NotFound();
        Overlap = new(One);
        Picture = OverlapPicture.Of(One, Overlap);
        return Page();
    }

    public string Answer
    {
        get
        {
            var (people, groups, alone) = (Overlap.People.Count, Overlap.Groups.Count, Overlap.Alone.Count);
            var mean = Overlap.MeanOverlap.ToString("0.#", CultureInfo.InvariantCulture);
            return groups == 1 && alone == 0
                ? $"All {people} leaders hang together: each shares work with {mean} others on average."
                : groups == 0 ? "No two leaders share a duty, cover or a small meeting."
                : $"{(groups == 1 ? $"{Words.Counted(people - alone, "leader hangs", "leaders hang")} together" : $"The leaders fall into {Words.Count(groups, "group")} that share nothing")}{(alone == 0 ? "" : $", and {Words.Count(alone, "leader overlaps", "leaders overlap")} with nobody")}.";
        }
    }

    /// <summary>What joins leaders, with whom: most people first.</summary>
    public IEnumerable<(SharedThing Thing, string People)> Joins => Overlap.Things.Where(thing => thing.People.Length > 1)
        .OrderByDescending(thing => thing.People.Length).Select(thing => (thing, Words.And([.. thing.People.Select(i => Overlap.People[i].Name)], 30)));
}
