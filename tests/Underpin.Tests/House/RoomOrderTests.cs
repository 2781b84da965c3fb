using Underpin.Platform;

namespace Underpin.Tests.House;

/// <summary>A room may use the rooms before it and never one after it.</summary>
[Trait("Database", "none")]
public sealed class RoomOrderTests
{
    static readonly string[] Order = ["Platform", "Access", "Framework", "Qualifications", "Portfolios", "Assessment", "Certificates", "Schools", "Leadership", "Homes", "Demonstration"];

    /// <summary>Null for what stands in no room: the root that puts the house together, migrations, what the compiler makes.</summary>
    static string? RoomOf(Type type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        // A page's markup is compiled to a class named after its path.
        if (type.Namespace == "AspNetCoreGeneratedDocument") return Order.FirstOrDefault(room => type.Name.StartsWith($"{room}_", StringComparison.Ordinal));
        var parts = type.Namespace?.Split('.') ?? [];
        if (parts is not ["Underpin", var name, ..] || type.Assembly != typeof(Change).Assembly) return null;
        return type.Namespace!.StartsWith("Underpin.Platform.Database.Migrations", StringComparison.Ordinal) ? null : name;
    }

    static readonly (Type User, string Room, Type[] Used)[] Rooms = [.. typeof(Change).Assembly.GetTypes()
        .Select(t => (Type: t, Room: RoomOf(t)))
        .Where(t => t.Room is not null)
        .Select(t => (t.Type, t.Room!, RoomReferences.Of(t.Type).Where(u => RoomOf(u) is { } room && room != t.Room).ToArray()))];

    [Fact]
    public void Every_room_has_its_place_in_the_order() =>
        Assert.Empty(Rooms.Select(r => r.Room).Distinct().Except(Order));

    [Fact]
    public void No_room_uses_a_room_after_it()
    {
        var wrong = from room in Rooms
                    from used in room.Used
                    where Array.IndexOf(Order, RoomOf(used)) > Array.IndexOf(Order, room.Room)
                    select $"{room.User.FullName} uses {used.FullName}";
        Assert.Equal([], wrong.Distinct().Order());
    }

    [Fact]
    public void There_is_something_to_check()
    {
        var found = Rooms.Select(r => r.Room).ToHashSet();
        Assert.Superset(new HashSet<string> { "Platform", "Access", "Framework", "Qualifications", "Portfolios", "Assessment", "Certificates" }, found);
        Assert.True(Rooms.Sum(r => r.Used.Length) > 50, "Too few uses of one room by another were found to believe the rest.");
    }

    [Fact]
    public void A_use_in_the_code_of_a_method_is_seen() =>
        Assert.Contains(typeof(Outcome<int>).GetGenericTypeDefinition(), RoomReferences.Of(typeof(UsesInCode)).Select(t => t.IsGenericType ? t.GetGenericTypeDefinition() : t));

    sealed class UsesInCode
    {
        public override string ToString() => ((Outcome<int>)1).Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
