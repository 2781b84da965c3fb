namespace Underpin.Access;

internal static class AccessRoom
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton(Table);
    }

    public static readonly AccessTable Table = new("Access")
    {
    };
}
