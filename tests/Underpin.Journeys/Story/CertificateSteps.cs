using System.Text;
using Underpin.Journeys.Browser;

namespace Underpin.Journeys.Story;

/// <summary>Claim, award, and the certificate in everybody's hands.</summary>
internal static class CertificateSteps
{
    public static async Task ClaimAsync(this Person administrator, string learner)
    {
        await administrator.OpenAsync("/my-work");
        await administrator.FollowAsync("Estuary Training Centre");
        await administrator.FollowAsync("Learners");
        await administrator.FollowAsync(learner);
        await administrator.PressAsync("Claim the certificate");
        await administrator.SeesAsync("Everything is in order. You can claim now.");
        await administrator.PressAsync("Claim this certificate");
        await administrator.SeesAsync("All checks pass");
    }

    /// <returns>The certificate's number.</returns>
    public static async Task<string> AwardAsync(this Person officer, string learner)
    {
        await officer.OpenAsync("/my-work");
        await officer.FollowAsync("Education IT Accreditation Council");
        await officer.FollowAsync("Claims");
        await officer.FollowAsync($"Begin with {learner}");
        await officer.PressAsync("Award the certificate");
        await officer.SeesAsync("Awarded on");
        return (await officer.Main.Locator("a.u-number").First.InnerTextAsync()).Trim();
    }

    /// <returns>The signed credential.</returns>
    public static async Task<string> FetchMyCertificateAsync(this Person holder, string number)
    {
        await holder.OpenAsync("/my-work");
        await holder.SeesAsync($"You hold the {Cast.QualificationTitle}.");
        await holder.OpenAsync("/certificates/mine");
        await holder.SeesAsync(number);
        var (type, pdf) = await holder.DownloadAsync("Certificate to print");
        Assert.Equal("application/pdf", type);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5));
        (type, var credential) = await holder.DownloadAsync("Signed credential");
        Assert.StartsWith("application/vc+jwt", type, StringComparison.Ordinal);
        return Encoding.ASCII.GetString(credential).Trim();
    }

    public static async Task VerifyEveryWayAsync(this Person stranger, string number, string credential)
    {
        const string box = "Certificate number, or the text of a credential", yes = "Yes, this certificate is real and in force";
        await stranger.OpenAsync("/");
        await stranger.FillAsync("Certificate number", number);
        await stranger.PressAsync("Check it");
        await stranger.SeesAsync(yes);

        await stranger.OpenAsync("/verify");
        await stranger.FillAsync(box, credential);
        await stranger.PressAsync("Check");
        await stranger.SeesAsync(yes);

        await stranger.OpenAsync("/verify");
        await stranger.AttachAsync("Or a credential file", $"{number}.jwt", "application/vc+jwt", Encoding.ASCII.GetBytes(credential));
        await stranger.PressAsync("Check");
        await stranger.SeesAsync(yes);

        await stranger.OpenAsync("/verify");
        await stranger.FillAsync(box, WithOneByteChanged(credential));
        await stranger.PressAsync("Check");
        await stranger.SeesAsync("No, this certificate has been changed");

        await stranger.OpenAsync("/verify");
        await stranger.FillAsync(box, number[..^1] + (number[^1] == 'Z' ? 'Y' : 'Z'));
        await stranger.PressAsync("Check");
        await stranger.SeesAsync("No, this is not a certificate number");

        await stranger.OpenAsync($"/certificates/{number}");
        await stranger.SeesAsync(yes);
    }

    static string WithOneByteChanged(string credential)
    {
        var at = credential.IndexOf('.') + (credential.LastIndexOf('.') - credential.IndexOf('.')) / 2;
        return credential[..at] + (credential[at] == 'A' ? 'B' : 'A') + credential[(at + 1)..];
    }
}
