using Underpin;
using Underpin.Platform;

Home.ChooseEnvironment();
return CommandLine.IsVerb(args) ? await CommandLine.RunAsync(args) : await Site.RunAsync(args);

public partial class Program;
