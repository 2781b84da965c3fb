using System.Reflection;

namespace Underpin.Demonstration;

/// <summary>
/// The site's own services, but with the story's clock: whatever of ours reads a clock, or uses something that does, is made anew with
/// it; everything else comes from the site. All of them share the scope's database context, and so one transaction.
/// </summary>
internal sealed class StoryServices(IServiceProvider site, StoryClock clock) : IServiceProvider, IServiceScopeFactory, IServiceScope
{
    readonly Dictionary<Type, object> _made = [];

    public IServiceProvider ServiceProvider => this;

    public object? GetService(Type type)
    {
        if (type == typeof(TimeProvider)) return clock;
        if (type == typeof(IServiceScopeFactory) || type == typeof(IServiceProvider)) return this;
        if (!ReadsClock(type)) return site.GetService(type);
        if (_made.TryGetValue(type, out var made)) return made;
        return _made[type] = ActivatorUtilities.CreateInstance(this, type);
    }

    // A service that opens a scope of its own stays within the story's transaction.
    public IServiceScope CreateScope() => this;

    public void Dispose()
    {
        // The site's scope, which made the context, ends it.
    }

    static bool ReadsClock(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsGenericType: false } && type.Assembly == typeof(StoryServices).Assembly
        && type.GetConstructors(BindingFlags.Public | BindingFlags.Instance) is [var constructor]
        && constructor.GetParameters().Any(p => p.ParameterType == typeof(TimeProvider) || p.ParameterType == typeof(IServiceScopeFactory) || ReadsClock(p.ParameterType));
}
