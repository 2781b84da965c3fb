using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Review.Graph;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Review;

/// <summary>A page about one school of a scenario: the only one, or the one chosen of a trust's.</summary>
internal abstract class SchoolPage : ScenarioPage
{
    /// <summary>In an address, what stands for a trust's centre in place of the code of a school.</summary>
    public const string Centre = "centre";

    /// <summary>The code of the school in <see cref="One"/>, or <see cref="Centre"/>.</summary>
    public string Chosen { get; private set; } = "";

    public ReviewCase One { get; private set; } = null!;
    public Thresholds Thresholds { get; private set; } = null!;
    public bool IsCentre => Chosen == Centre;
    public string SchoolName => One.School.Name;

    /// <summary>Whether the page can show the centre too.</summary>
    public virtual bool OffersCentre => false;

    /// <summary>The page's address, for the form that chooses a school.</summary>
    public abstract string Address { get; }

    /// <summary>The part of an address that keeps the school: "?school=hub", or nothing where there is only one.</summary>
    public string Query => Structure.IsTrust ? $"?school={Uri.EscapeDataString(Chosen)}" : "";

    /// <returns>False where there is no such scenario for this person, or no such school in it.</returns>
    protected async Task<bool> ReadAsync(UnderpinDb db, LeadershipShelf shelf, TimeProvider clock, Guid scenario, string? school, CancellationToken cancel)
    {
        if (!await ReadAsync(db, shelf, clock, scenario, cancel)) return false;
        Thresholds = new(shelf.Content.Thresholds, Structure.Thresholds);
        var centre = OffersCentre && Structure.IsTrust && school == Centre;
        if ((centre ? ReviewCase.Centre : string.IsNullOrEmpty(school) ? Structure.Schools[0] : Structure.Schools.FirstOrDefault(one => one.Code == school)) is not { } found) return false;
        Chosen = centre ? Centre : found.Code;
        One = new(View, found, Thresholds, new ManagementGraph(View));
        return true;
    }
}
