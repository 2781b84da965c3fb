using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Editing;

/// <summary>One change of a structure that somebody asks for. It is pure: the same edit of the same structure gives the same answer.</summary>
internal abstract record StructureEdit
{
    /// <summary>
    /// What the edit would change, as it stands in a structure. An edit written while somebody else changed this is not applied over theirs; one
    /// written while they changed something else is. Null where it changes nothing that is there yet.
    /// </summary>
    public abstract object? Touches(SchoolStructure structure);

    /// <summary>The structure after it, or why not. What holds of every structure (see <see cref="Files.StructureChecks"/>) is checked afterwards.</summary>
    public abstract Outcome<SchoolStructure> Apply(SchoolStructure structure, LeadershipContent content);

    /// <summary>What it does, in the past tense and without the one who does it: "took out Head of year 9".</summary>
    public abstract string Words(SchoolStructure before);
}
