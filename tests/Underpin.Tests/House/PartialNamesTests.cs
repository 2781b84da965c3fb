using System.Reflection;
using Microsoft.AspNetCore.Razor.Hosting;
using Underpin.Platform;

namespace Underpin.Tests.House;

public sealed class PartialNamesTests
{
    /// <summary>A page looks for a partial in its own folder first, also for the bar around it: a second of one name would take the place of the first.</summary>
    [Fact]
    public void No_two_partials_have_one_name()
    {
        var partials = typeof(Change).Assembly.GetCustomAttributes<RazorCompiledItemAttribute>()
            .Select(item => item.Identifier)
            .Where(path => Path.GetFileName(path).StartsWith('_') && !Path.GetFileName(path).StartsWith("_View", StringComparison.Ordinal))
            .ToArray();
        Assert.Contains("/Platform/Pages/Shared/_SignedInBar.cshtml", partials);
        Assert.Equal([], partials.GroupBy(Path.GetFileName).Where(same => same.Count() > 1).SelectMany(same => same));
    }
}
