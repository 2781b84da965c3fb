using System.Globalization;

namespace Underpin.Leadership.Rotation;

/// <summary>A school year by the calendar year in which it begins: 2027 is 2027/28, from 1 September 2027.</summary>
internal static class SchoolYear
{
    public static string Name(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}");

    public static DateOnly Begins(int year) => new(year, 9, 1);
}
