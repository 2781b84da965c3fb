namespace Underpin.Access;

internal static class AccessRoom
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton(Table);
    }

    public static readonly AccessTable Table = new("Access")
    {
        // route                     see               act
        { "/",                       [Role.Anyone] },
        { "/about",                  [Role.Anyone] },
        { "/privacy",                [Role.Anyone] },
        { "/cookies",                [Role.Anyone] },
        { "/accessibility",          [Role.Anyone] },
        { "/style",                  [Role.Anyone] },
        { "/error/{code:int}",       [Role.Anyone],    [Role.Anyone] },
    };
}
