using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.History;

namespace Underpin.Tests.Platform.History;

public sealed class HistoryTests(TestSite site) : IClassFixture<TestSite>
{
    sealed record SomethingHappened(Guid About, string Detail) : HistoryEvent(About)
    {
        public override string Summary => "did something";
    }

    static Change ByAna(TestSite site) => new() { ActorId = Guid.CreateVersion7(), ActorName = "Ana Kovac", At = site.Clock.Now() };

    async Task<Guid> ChainOfAsync(int entries)
    {
        var chain = Guid.CreateVersion7();
        for (var i = 0; i < entries; i++)
        {
            await site.DbAsync(async db =>
            {
                db.Record(ByAna(site), chain, new SomethingHappened(chain, "as it was"));
                return await db.SaveChangesAsync();
            });
        }

        return chain;
    }

    async Task<string> OnlyFaultAsync(Guid chain)
    {
        var report = await site.DbAsync(db => HistoryVerifier.VerifyAsync(db));
        return Assert.Single(report.Faults, f => f.Contains(chain.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chain_that_nobody_touched_is_whole()
    {
        var chain = await ChainOfAsync(3);
        var report = await site.DbAsync(db => HistoryVerifier.VerifyAsync(db));
        Assert.DoesNotContain(report.Faults, f => f.Contains(chain.ToString(), StringComparison.Ordinal));
        Assert.Equal(3, await site.DbAsync(db => db.History.CountAsync(e => e.ChainId == chain)));
    }

    [Theory]
    [InlineData("""UPDATE "History" SET "Payload" = replace("Payload", 'as it was', 'as it was not') WHERE "ChainId" = {0} AND "Number" = 2""", "Entry 2", "what happened was changed")]
    [InlineData("""UPDATE "History" SET "Kind" = 'SomethingElse' WHERE "ChainId" = {0} AND "Number" = 2""", "Entry 2", "what kind was changed")]
    [InlineData("""UPDATE "History" SET "Payload" = NULL WHERE "ChainId" = {0} AND "Number" = 2""", "Entry 2", "not erased by the erasure procedure")]
    [InlineData("""DELETE FROM "History" WHERE "ChainId" = {0} AND "Number" = 3""", "Entry 2", "later entries are missing")]
    [InlineData("""DELETE FROM "History" WHERE "ChainId" = {0}""", "all 3 entries are missing", "")]
    public async Task An_edit_by_hand_is_found_and_the_entry_named(string sql, string entry, string what)
    {
        var chain = await ChainOfAsync(3);
        Assert.NotEqual(0, await site.DbAsync(db => db.Database.ExecuteSqlRawAsync(sql, chain)));
        var fault = await OnlyFaultAsync(chain);
        Assert.Contains(entry, fault, StringComparison.Ordinal);
        Assert.Contains(what, fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_writers_at_once_make_one_unbroken_chain()
    {
        var chain = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => site.DbAsync(async db =>
        {
            db.Record(ByAna(site), chain, new SomethingHappened(chain, $"writer {i}"));
            return await db.SaveChangesAsync();
        })));
        var report = await site.DbAsync(db => HistoryVerifier.VerifyAsync(db));
        Assert.DoesNotContain(report.Faults, f => f.Contains(chain.ToString(), StringComparison.Ordinal));
        Assert.Equal(12, await site.DbAsync(db => db.History.CountAsync(e => e.ChainId == chain)));
    }

    [Fact]
    public async Task What_belongs_to_no_organisation_stands_in_one_chain_of_the_house()
    {
        for (var i = 0; i < 2; i++)
        {
            await site.DbAsync(async db =>
            {
                db.Record(ByAna(site), HistoryChain.House, new SomethingHappened(HistoryChain.House, "in the house"));
                return await db.SaveChangesAsync();
            });
        }

        var numbers = await site.DbAsync(db => db.History.Where(e => e.ChainId == HistoryChain.House).OrderBy(e => e.Number).Select(e => e.Number).ToListAsync());
        Assert.True(numbers.Count >= 2);
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => (long)n), numbers);
        Assert.Equal(numbers[^1], await site.DbAsync(db => db.HistoryChains.Where(c => c.Id == HistoryChain.House).Select(c => c.LastNumber).SingleAsync()));
    }

    [Fact]
    public async Task A_change_that_is_not_put_on_record_is_refused()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => site.DbAsync(db =>
        {
            db.Organisations.Add(new() { Code = $"quiet-{Guid.NewGuid():N}", Name = "Quiet School", Kinds = OrganisationKinds.School });
            return db.SaveChangesAsync();
        }));
        Assert.Contains("Organisation", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_and_its_entry_are_saved_together_or_not_at_all()
    {
        var chain = Guid.CreateVersion7();
        var code = $"twice-{Guid.NewGuid():N}";
        await Assert.ThrowsAsync<DbUpdateException>(() => site.DbAsync(db =>
        {
            db.Organisations.Add(new() { Code = code, Name = "One", Kinds = OrganisationKinds.School });
            db.Organisations.Add(new() { Code = code, Name = "Two", Kinds = OrganisationKinds.School });
            db.Record(ByAna(site), chain, new SomethingHappened(chain, "twice"));
            return db.SaveChangesAsync();
        }));
        Assert.False(await site.DbAsync(db => db.History.AnyAsync(e => e.ChainId == chain)));
    }

    [Fact]
    public async Task Only_who_has_no_account_is_named_in_an_entry()
    {
        var chain = Guid.CreateVersion7();
        await site.DbAsync(db =>
        {
            db.Record(ByAna(site), chain, new TestData.Arranged(chain));
            db.Record(ByAna(site) with { ActorId = null, ActorName = "A witness" }, chain, new TestData.Arranged(chain));
            return db.SaveChangesAsync();
        });
        var payloads = await site.DbAsync(db => db.History.Where(e => e.ChainId == chain).OrderBy(e => e.Number).Select(e => e.Payload!).ToListAsync());
        Assert.DoesNotContain("Ana Kovac", payloads[0], StringComparison.Ordinal);
        Assert.Contains("A witness", payloads[1], StringComparison.Ordinal);
    }
}
