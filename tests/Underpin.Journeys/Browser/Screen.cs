using Microsoft.Playwright;

namespace Underpin.Journeys.Browser;

/// <summary>The two sizes every journey is walked at.</summary>
public enum Screen
{
    Desktop,
    Phone,
}

internal static class Screens
{
    public static ViewportSize Size(this Screen screen) => screen switch
    {
        Screen.Desktop => new() { Width = 1280, Height = 900 },
        Screen.Phone => new() { Width = 390, Height = 844 },
        _ => throw new ArgumentOutOfRangeException(nameof(screen)),
    };
}
