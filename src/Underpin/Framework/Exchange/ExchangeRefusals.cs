using Underpin.Platform;

namespace Underpin.Framework.Exchange;

internal sealed record PackageIsBroken(int Count, IReadOnlyList<CaseProblem> Problems) : Refusal(
    $"Nothing was imported: this is not a whole CASE 1.1 package. {(Count == 1 ? "One thing is" : $"{Count:N0} things are")} wrong with it{(Count > Problems.Count ? $"; the first {Problems.Count} are listed" : "")}. Have them mended where the file was made, and try again.");

internal sealed record FrameworkIsOurs(string Title) : Refusal(
    $"“{Title}” is our own framework, published here. It is changed by publishing a new edition, not by importing one.");

internal sealed record FrameworkIsHereAlready(string Title, DateTimeOffset Changed) : Refusal(
    $"“{Title}” is here already, as it was changed on {Changed.InWords()}, and this file is no later. There is nothing to import.");

internal sealed record FrameworkIsAnothers(string Title, string Organisation) : Refusal(
    $"“{Title}” was imported by {Organisation}, who look after it here. Ask their framework editors to import the later one.");

internal sealed record IdentifiersAreTaken(int Count, string First, string Title) : Refusal(
    $"{(Count == 1 ? "One identifier of this file belongs" : $"{Count:N0} identifiers of this file belong")} to something else here: {First} is part of “{Title}”. An identifier names one thing everywhere, so ask the publisher which of the two files is wrong.");

internal sealed record UploadIsGone() : Refusal(
    "We no longer have that file. Choose it again.");

internal sealed record PackageHasChanged() : Refusal(
    "Somebody imported frameworks since you looked, so what would happen is different now. Look again at what is new, and import if it is right.");

internal sealed record NotAFrameworkEditor() : Refusal(
    "Only a framework editor of the awarding body can import a framework. Ask whoever looks after your organisation here to check your role.");
