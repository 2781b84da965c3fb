using System.Globalization;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Editing;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Review;

/// <summary>Sets one number on which findings rest, or goes back to the usual one.</summary>
/// <param name="Code">The code of a threshold.</param>
/// <param name="Value">Null for the usual number.</param>
internal sealed record SetThreshold(string Code, decimal? Value) : StructureEdit
{
    public override object? Touches(SchoolStructure structure) => structure.Thresholds.TryGetValue(Code, out var own) ? own : null;

    public override Outcome<SchoolStructure> Apply(SchoolStructure structure, LeadershipContent content)
    {
        if (content.Thresholds.FirstOrDefault(one => one.Code == Code) is not { } known) return new NoSuchThreshold();
        if (Value < known.Lowest || Value > known.Highest) return new ThresholdOutside(known.Title, known.Lowest, known.Highest);
        var thresholds = structure.Thresholds.Where(own => own.Key != Code).ToDictionary(own => own.Key, own => own.Value, StringComparer.Ordinal);
        if (Value is { } value && value != known.Default) thresholds[Code] = value;
        return structure with { Thresholds = thresholds };
    }

    public override string Words(SchoolStructure before) =>
        Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"set the number “{Code}” to {value:0.##}") : $"went back to the usual number for “{Code}”";
}
