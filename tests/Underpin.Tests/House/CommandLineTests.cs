namespace Underpin.Tests.House;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Asked_for_help_it_lists_its_verbs_and_does_not_serve_the_site(string asked)
    {
        Assert.True(CommandLine.IsVerb([asked]));
        Assert.Equal(0, await CommandLine.RunAsync([asked]));
    }

    [Fact]
    public async Task An_unknown_verb_is_bad_input() => Assert.Equal(2, await CommandLine.RunAsync(["certificat", "export"]));

    [Theory]
    [InlineData("--urls", "http://127.0.0.1:5081")]
    [InlineData("Site:Name=Underpin", "")]
    public void Settings_are_no_verb(string first, string second) => Assert.False(CommandLine.IsVerb([first, second]));
}
