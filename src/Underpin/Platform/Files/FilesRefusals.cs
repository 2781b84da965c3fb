namespace Underpin.Platform.Files;

internal sealed record FileIsEmpty(string Name) : Refusal($"“{Name}” is empty: it has 0 bytes. Check that it opens on your computer, then choose it again.");

internal sealed record FileIsTooLarge(string Name) : Refusal(
    $"“{Name}” is larger than 25 MB. Choose a smaller file: a photograph at a lower size, or the document in two parts.");

internal sealed record FileIsNotWhatItsNameSays(string Name, string Inside) : Refusal(
    $"This is called “{Name}” but what is inside is {Inside}. Check that you chose the right file. If you did, save it again under the right ending.");

internal sealed record TextUnderAnotherName(string Name) : Refusal(
    $"This is called “{Name}” but what is inside is plain text. If it is a script or a setting, give it a name that ends in .txt, so that nobody runs it by mistake, and choose it again.");

internal sealed record FileIsOfAKindNotTaken(string Name, string Inside) : Refusal(
    $"“{Name}” is {Inside}, which we do not take. We take {FileKind.Accepted}.");

internal sealed record FileIsOfNoKnownKind(string Name) : Refusal(
    $"We cannot tell what “{Name}” is. We take {FileKind.Accepted}.");

internal sealed record TextIsNotUtf8(string Name) : Refusal(
    $"The text in “{Name}” is not saved in a form that everyone can read. Save it again as UTF-8 (Excel calls it “CSV UTF-8”) and choose it again.");

internal sealed record FileIsDamaged(string Name) : Refusal(
    $"“{Name}” is damaged: parts of it cannot be read. Check that it opens on your computer, save it again, and choose it again.");

internal sealed record FileUnpacksTooLarge(string Name) : Refusal(
    $"“{Name}” would unpack to far more than a document needs, so we did not open it. Save it as a PDF and choose that.");

internal sealed record FileHasMacros(string Name) : Refusal(
    $"“{Name}” has macros in it: small programs that could run on an assessor's computer. Save it without macros, or as a PDF, and choose that.");

internal sealed record FileIsLocked(string Name) : Refusal(
    $"“{Name}” is protected by a password, so an assessor could not open it. Save it without the password and choose it again.");

internal sealed record FileIsInfected(string Name) : Refusal(
    $"Our scanner found harmful software in “{Name}”, so we did not keep it. Tell whoever looks after your computer before you open it again.");

internal sealed record FileCouldNotBeScanned(string Name) : Refusal(
    $"We could not check “{Name}” for harmful software just now, so we did not keep it. Nothing is wrong with what you did. Try again in a few minutes.");
