using System.Text;

namespace Underpin.Tests.Certificates.Printing;

/// <summary>One stretch of marked content on a page.</summary>
internal sealed class ReadContent
{
    public StringBuilder Text { get; } = new();

    public StringBuilder Drawn { get; } = new();

    /// <summary>Rectangles filled, each as left, bottom, width and height.</summary>
    public List<double[]> Rectangles { get; } = [];
}
