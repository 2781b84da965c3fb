namespace Underpin.Framework;

internal enum RoleKind
{
    /// <summary>A step from a first job to director.</summary>
    Ladder,

    /// <summary>Depth in one field beside the ladder.</summary>
    Specialist,
}
