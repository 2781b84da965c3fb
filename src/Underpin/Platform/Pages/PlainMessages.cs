using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Underpin.Platform.Pages;

/// <summary>Gives validation attributes that carry no words of their own the words a colleague would use.</summary>
internal sealed class PlainMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            if (rule is { ErrorMessage: null, ErrorMessageResourceName: null } && WordsFor(rule) is { } words)
                rule.ErrorMessage = words;
    }

    public static void ForUnreadableValues(DefaultModelBindingMessageProvider words)
    {
        words.SetValueMustNotBeNullAccessor(_ => "Enter an answer");
        words.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{value}” cannot be used here. Check it and try again");
        words.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}” cannot be used here. Check it and try again");
        words.SetUnknownValueIsInvalidAccessor(_ => "This answer cannot be used here. Check it and try again");
        words.SetValueIsInvalidAccessor(value => $"“{value}” cannot be used here. Check it and try again");
        words.SetValueMustBeANumberAccessor(_ => "Enter a number, in digits");
        words.SetNonPropertyValueMustBeANumberAccessor(() => "Enter a number, in digits");
    }

    private static string? WordsFor(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "Enter {0}",
        MaxLengthAttribute => "This must be {1} characters or fewer",
        StringLengthAttribute { MinimumLength: 0 } => "This must be {1} characters or fewer",
        StringLengthAttribute => "This must be between {2} and {1} characters",
        EmailAddressAttribute => "Enter an e-mail address, like name@example.org",
        UrlAttribute => "Enter a full web address, like https://example.org/page",
        RangeAttribute => "Enter a number between {1} and {2}",
        _ => null,
    };
}
