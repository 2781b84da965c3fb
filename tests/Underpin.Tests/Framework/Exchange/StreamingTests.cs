using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Exchange;
using Xunit.Abstractions;

namespace Underpin.Tests.Framework.Exchange;

/// <summary>Alone, because what other tests hold in memory would be counted too.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class StreamingTests(TestSite site, ITestOutputHelper output) : IClassFixture<TestSite>
{
    const long Megabyte = 1024 * 1024;

    [Fact]
    public async Task What_stands_in_memory_while_a_package_is_written_does_not_grow_with_the_framework()
    {
        var (small, large) = (await site.GenerateAsync(1_000), await site.GenerateAsync(8_000));
        // Once before it is measured: what is made at the first time and kept is no part of it.
        await MeasureAsync(small);
        var ofSmall = await MeasureAsync(small);
        var ofLarge = await MeasureAsync(large);
        output.WriteLine($"1,000 items: {ofSmall.Written:N0} bytes written, {ofSmall.Most:N0} more in memory at most, {ofSmall.Allocated:N0} allocated");
        output.WriteLine($"8,000 items: {ofLarge.Written:N0} bytes written, {ofLarge.Most:N0} more in memory at most, {ofLarge.Allocated:N0} allocated");
        Assert.True(ofLarge.Written > 7 * ofSmall.Written && ofLarge.Written > 6 * Megabyte, "The large package is not large.");
        Assert.True(ofLarge.Most < ofSmall.Most + Megabyte, $"{ofLarge.Most:N0} bytes stood in memory for the large package, {ofSmall.Most:N0} for the small one.");
        // Allocation per byte written stays what it is: nothing is copied again and again as the package grows.
        Assert.True((double)ofLarge.Allocated / ofLarge.Written < 1.3 * ofSmall.Allocated / ofSmall.Written, "Allocation grows faster than the package.");
    }

    async Task<(long Written, long Most, long Allocated)> MeasureAsync(Guid document) => await site.DbAsync(async db =>
    {
        var row = await db.CaseDocuments.AsNoTracking().SingleAsync(d => d.Id == document);
        await using var measured = new Measured();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await CasePackageWriter.WriteAsync(db, row, "http://localhost", measured, CancellationToken.None);
        return (measured.Written, measured.Most, GC.GetTotalAllocatedBytes(precise: true) - before);
    });

    /// <summary>Takes everything, keeps nothing, and looks at the memory in use at every half megabyte.</summary>
    sealed class Measured : Stream
    {
        const long Every = Megabyte / 2;
        readonly long _start = InUse();
        long _next = Every;

        public long Written { get; private set; }
        public long Most { get; private set; }

        // One collection: asked to force it, GetTotalMemory collects until nothing changes, which takes long beside what other tests have left.
        static long InUse()
        {
            GC.Collect();
            return GC.GetTotalMemory(forceFullCollection: false);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Written += buffer.Length;
            if (Written < _next) return;
            _next = Written + Every;
            Most = Math.Max(Most, InUse() - _start);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
