namespace Underpin.Platform.Web;

/// <summary>The machine-readable description of <c>/api/v1</c>, at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    public const string Route = "/openapi/{documentName}.json";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", o =>
    {
        o.ShouldInclude = d => d.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Underpin",
                Version = "v1",
                Description = "The framework, units, qualifications and certificates of the profession, for programs. Everything here is public and needs no key.",
            };
            return Task.CompletedTask;
        });
    });

    public static void MapApiDescription(this WebApplication app) => app.MapOpenApi(Route);
}
