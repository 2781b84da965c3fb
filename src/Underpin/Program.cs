using Underpin.Platform.Pages;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.Services.AddPages();
var app = builder.Build();
app.UseErrorPages();
app.MapStaticAssets();
app.MapRazorPages();
app.Run();
public partial class Program;
