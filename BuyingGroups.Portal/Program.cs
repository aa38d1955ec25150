using BuyingGroups.Portal;
using BuyingGroups.Portal.Api;
using BuyingGroups.Portal.CommandLine;
using BuyingGroups.Portal.Features;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Features.Journeys.Execution;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

var (verb, verbArguments, hostArguments) = PortalProgram.Split(args);

// Its own pages, scripts and styles lie beside the program, wherever it is started from and in every environment.
var webRoot = Path.Combine(AppContext.BaseDirectory, "wwwroot");
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = hostArguments, WebRootPath = Directory.Exists(webRoot) ? webRoot : null });
builder.WebHost.UseStaticWebAssets();
// The settings that ship with the program count wherever it is started from; a file in the working directory wins.
builder.Configuration.Sources.Insert(0, new JsonConfigurationSource { Path = "appsettings.json", FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory), Optional = true });
builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(3));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddHttpContextAccessor();

var (provider, connectionString) = builder.AddDatabase();
builder.Services.AddGateway(typeof(Program).Assembly);
builder.Services.AddJobs(provider, connectionString);
builder.Services.AddJourneyExecution(provider);
builder.Services.AddFeatures();
builder.Services.AddCommandLine();
builder.Services.AddShell();
builder.Services.AddApi(builder.Configuration);
builder.Services.AddPortalSecurity(builder.Configuration, builder.Environment);

var app = builder.Build();
app.UsePortalSecurity();
app.UseExceptionHandler("/error", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseShell();
app.UseApi();
app.UseSignIn();
app.UseAntiforgery();
app.MapShell();
app.MapPortalSecurity();
app.MapFeatures();
app.MapApi();

return await PortalProgram.RunAsync(app, verb, verbArguments);

/// <summary>The program; named so that tests can start it.</summary>
public partial class Program;
