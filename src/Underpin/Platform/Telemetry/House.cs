using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Underpin.Platform.Telemetry;

/// <summary>What this program itself measures and traces.</summary>
internal static class House
{
    public const string Name = "Underpin";

    public static readonly Meter Meter = new(Name);
    public static readonly ActivitySource Activities = new(Name);
}
