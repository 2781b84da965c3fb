using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Underpin.Bench;

if (args is ["load", ..]) return await Load.RunAsync(args[1..]);
if (args is ["rotation", ..]) return Rotations.Run(args[1..]);
if (args is ["search", ..]) return await Searching.RunAsync(args[1..]);

// In process: the measured code is the one built here, and no second project has to be restored.
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithIterationCount(8).WithToolchain(InProcessEmitToolchain.Instance))
    .HideColumns(Column.Error, Column.StdDev, Column.RatioSD);
BenchmarkSwitcher.FromAssembly(typeof(Load).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
return 0;
