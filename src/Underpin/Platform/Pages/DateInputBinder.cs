using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Underpin.Platform.Pages;

internal sealed class DateInputBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var typed = new DateInput(Part(nameof(DateInput.Day)), Part(nameof(DateInput.Month)), Part(nameof(DateInput.Year)));
        if (string.IsNullOrWhiteSpace(typed.Day + typed.Month + typed.Year))
        {
            context.Result = ModelBindingResult.Success(null);
            return Task.CompletedTask;
        }
        // The typed boxes travel on with the error, so that the page shows them again.
        if (typed.Problem is { } problem) context.ModelState.TryAddModelError(context.ModelName, problem.Message);
        context.Result = ModelBindingResult.Success(typed);
        return Task.CompletedTask;

        string? Part(string name) =>
            context.ValueProvider.GetValue(ModelNames.CreatePropertyModelName(context.ModelName, name)).FirstValue;
    }
}

internal sealed class DateInputBinderProvider : IModelBinderProvider
{
    private static readonly DateInputBinder Binder = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(DateInput) ? Binder : null;
}
