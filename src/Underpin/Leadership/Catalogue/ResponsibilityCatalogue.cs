namespace Underpin.Leadership.Catalogue;

/// <summary>What a school must have answered for, with what goes with it.</summary>
internal sealed class ResponsibilityCatalogue
{
    private readonly Dictionary<string, Responsibility> _byCode;
    private readonly Dictionary<string, DutyGroup> _groups;

    /// <exception cref="ArgumentException">A code is given twice.</exception>
    public ResponsibilityCatalogue(
        string version, IReadOnlyList<DutyGroup> groups, IReadOnlyList<Qualification> qualifications,
        IReadOnlyList<Responsibility> responsibilities, IReadOnlyList<Separation> separations)
    {
        (Version, Groups, Qualifications, Responsibilities, Separations) = (version, groups, qualifications, responsibilities, separations);
        _byCode = responsibilities.ToDictionary(one => one.Code, StringComparer.Ordinal);
        _groups = groups.ToDictionary(one => one.Code, StringComparer.Ordinal);
    }

    public string Version { get; }
    public IReadOnlyList<DutyGroup> Groups { get; }
    public IReadOnlyList<Qualification> Qualifications { get; }
    public IReadOnlyList<Responsibility> Responsibilities { get; }
    public IReadOnlyList<Separation> Separations { get; }

    public Responsibility? Find(string code) => _byCode.GetValueOrDefault(code);

    public bool HasGroup(string code) => _groups.ContainsKey(code);

    /// <exception cref="KeyNotFoundException">There is no such duty.</exception>
    public Responsibility this[string code] => _byCode[code];

    /// <summary>The catalogue with a school's own duties, and without those that it says it does not have. O(duties).</summary>
    public ResponsibilityCatalogue For(IReadOnlyList<Responsibility> own, IReadOnlySet<string> without)
    {
        if (own.Count == 0 && without.Count == 0)
            return this;
        var kept = Responsibilities.Where(one => !without.Contains(one.Code)).Concat(own).ToList();
        var codes = kept.Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
        return new(Version, Groups, Qualifications, kept, [.. Separations.Where(pair => codes.Contains(pair.One) && codes.Contains(pair.Other))]);
    }
}
