using System.Net.Mail;

namespace Underpin.Platform.Mail;

internal static class MailSetup
{
    public static void AddMail(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Mail")
            .Validate(o => MailAddress.TryCreate(o.From, out _), "The setting Mail:From must be an e-mail address.").ValidateOnStart();
        if (settings["Mail:Server"] is { Length: > 0 }) services.AddSingleton<IMailTransport, SmtpTransport>();
        else services.AddSingleton<IMailTransport, FolderTransport>();
        services.AddSingleton<MailSignal>();
        services.AddScoped<MailSender>();
    }
}
