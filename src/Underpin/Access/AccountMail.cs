using Microsoft.Extensions.Options;
using Underpin.Platform;
using Underpin.Platform.Mail;

namespace Underpin.Access;

/// <summary>What this room writes to people. Each letter says what happened, what to do, and what it means if it was not them.</summary>
internal sealed class AccountMail(UnderpinDb db, TimeProvider clock, IOptions<SiteOptions> site)
{
    public void ConfirmAddress(Account account, string token) => Send(account.Email!, "Confirm your e-mail address", $"""
        Somebody, we hope you, made an account at {Name} with this e-mail address, in the name of {account.Name}.

        To confirm that the address is yours, open this link within a day:
        {ConfirmLink(account, token)}

        If it was not you, do nothing: whoever it was cannot confirm the address.
        """);

    public void AlreadyHasAccount(Account account) => Send(account.Email!, "You have an account already", $"""
        Somebody, perhaps you, asked to make an account at {Name} with this e-mail address. You have one already, so nothing was changed.

        Sign in: {Address("/sign-in")}
        If you have forgotten your password: {Address("/password/forgot")}

        If it was not you, there is nothing that you need to do.
        """);

    public void ConfirmNewAddress(Account account, EmailAddress address, string token) => Send(address.ToString(), "Confirm your new e-mail address", $"""
        You asked to use this e-mail address for your account at {Name}, {account.Name}.

        To begin using it, open this link within a day:
        {ConfirmLink(account, token)}&email={Uri.EscapeDataString(address.ToString())}

        If it was not you, do nothing: this address will not be used.
        """);

    public void AddressWillChange(Account account) => Send(account.Email!, "Your e-mail address is being changed", $"""
        Somebody who knows your password asked to use another e-mail address for your account at {Name}. We have written to that
        address; until it is confirmed, nothing changes.

        If it was not you, choose a new password now: {Address("/password/forgot")}
        """);

    public void AddressIsTaken(Account holder) => Send(holder.Email!, "Your e-mail address is in use already", $"""
        Somebody asked to use this e-mail address for another account at {Name}. It belongs to your account, so nothing was changed.

        If you have two accounts and want to keep one, erase the other first: {Address("/account/erase")}
        """);

    public void PasswordLink(Account account, string token) => Send(account.Email!, "Choose a new password", $"""
        You asked for a new password at {Name}, {account.Name}.

        To choose it, open this link within a day:
        {Address($"/password/reset?account={account.Id}&token={Uri.EscapeDataString(token)}")}

        If it was not you, do nothing: your password stays as it is.
        """);

    public void PasswordChanged(Account account) => Send(account.Email!, "Your password was changed", $"""
        The password of your account at {Name} was changed just now. Every other place where you were signed in has been signed out.

        If it was not you, choose a new one at once: {Address("/password/forgot")}
        """);

    public void Rests(Account account, DateTimeOffset until) => Send(account.Email!, "Your account is resting", $"""
        Somebody entered a wrong password for your account at {Name} {AccountRules.WrongTriesBeforeRest} times, so nobody can sign in with a password until {until.UkLocal():HH:mm}.

        If it was you: wait until then, or choose a new password now: {Address("/password/forgot")}
        If it was not you: your password was not found out. If you use it elsewhere too, choose a new one.
        """);

    public void PasskeysChanged(Account account, string what) => Send(account.Email!, "Your passkeys were changed", $"""
        {what} your account at {Name} just now.

        If it was not you, choose a new password and look at your passkeys: {Address("/account/passkeys")}
        """);

    public void Invitation(EmailAddress to, string inviter, Organisation organisation, MembershipRole role, string token, DateTimeOffset until) => Send(to.ToString(), $"{organisation.Name} invites you", $"""
        {inviter} invites you to {Name}, as {role.Words()} of {organisation.Name}.

        To accept, open this link by {until.UkLocal():d MMMM}:
        {Address($"/invitations/{token}")}

        If you do not know what this is about, do nothing.
        """);

    public void Erased(string address) => Send(address, "Your account is erased", $"""
        Your account at {Name} is erased, as you asked. Your name, this e-mail address and what you had written are gone. What had to stay
        on record no longer says who you are.
        """);

    string Name => site.Value.Name;

    string ConfirmLink(Account account, string token) => Address($"/email/confirm?account={account.Id}&token={Uri.EscapeDataString(token)}");

    string Address(string path) => new Uri(site.Value.PublicAddress, path).ToString();

    void Send(string to, string subject, string text) => db.Send(to, subject, text, clock.Now());
}
