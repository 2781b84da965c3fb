using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Certificates.Issuing;
using Underpin.Credentials;
using Underpin.Platform.Web;

namespace Underpin.Certificates.Checking;

/// <summary>
/// One box for whoever has a certificate in hand. Asking changes nothing and needs no account, so there is nothing that a forged request could gain:
/// no antiforgery token, hence no cookie, and <c>?number=</c> answers the same to every visitor.
/// </summary>
[PublicPage(CertificatesRoom.CacheTag), IgnoreAntiforgeryToken]
[RequestSizeLimit(MostUploaded), RequestFormLimits(MultipartBodyLengthLimit = MostUploaded, ValueLengthLimit = MostUploaded)]
internal sealed class VerifyModel(VerificationService verification, IssuerIdentity issuer) : PageModel
{
    // Room for a file that is far too large to be told so kindly, not for any file at all.
    const int MostUploaded = 30_000_000;

    [BindProperty, Display(Name = "Certificate number, or the text of a credential", Description = "For example, UP-4T7W-X2M9-KDR")]
    public string? Text { get; set; }

    [BindProperty, Display(Name = "Or a credential file", Description = "A .jwt file, as downloaded from the certificate's page")]
    public IFormFile? Upload { get; set; }

    public VerificationAnswer? Answer { get; private set; }

    /// <summary>How the address of a true answer begins.</summary>
    public string Site => issuer.At("/").GetLeftPart(UriPartial.Authority);

    public async Task OnGetAsync(string? number, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(number)) return;
        Text = number.Length <= 100 ? number : number[..100];
        Answer = await verification.ByNumberAsync(number, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Upload is { Length: > 0 })
        {
            await CheckFileAsync(Upload, cancel);
            return Page();
        }

        switch (Given.Read(Text))
        {
            case Given.Nothing:
                ModelState.AddModelError(nameof(Text), Upload is null ? "Enter the number printed on the certificate, or choose a credential file" : "The file you chose is empty. Choose it again, or enter the number printed on the certificate");
                break;
            case Given.Number number:
                return Redirect(QueryString.Create("number", number.Typed).ToUriComponent().Insert(0, "/verify"));
            case Given.TooLarge:
                Answer = VerifyApi.TooLarge;
                // A text of this size is not sent back and forth.
                ModelState.SetModelValue(nameof(Text), ValueProviderResult.None);
                Text = null;
                break;
            case Given.Credential credential:
                Answer = await verification.ByCredentialAsync(credential.Token, cancel);
                break;
        }

        return Page();
    }

    async Task CheckFileAsync(IFormFile file, CancellationToken cancel)
    {
        await using var content = file.OpenReadStream();
        var head = new byte[16];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        if (Picture.KindOf(head.AsSpan(0, read)) is { } kind)
        {
            ModelState.AddModelError(nameof(Upload), $"This file is {kind}, and {kind} cannot be checked by itself. Type the number printed on the certificate in the box above");
            return;
        }

        content.Position = 0;
        if (await BoundedText.ReadAsync(content, file.Length, CredentialVerifier.MaximumTokenLength, cancel) is not { } text)
        {
            ModelState.AddModelError(nameof(Upload), $"This file has {file.Length / 1024:N0} kB; a credential has a few. Choose the .jwt file, or type the number printed on the certificate");
            return;
        }

        Answer = await verification.ByCredentialAsync(text.Trim(), cancel);
    }
}
