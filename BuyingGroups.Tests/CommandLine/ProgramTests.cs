using BuyingGroups.Tests.EndToEnd;
using BuyingGroups.Tests.Machine;

namespace BuyingGroups.Tests.CommandLine;

/// <summary>The program as a process: what a stranger at the command line meets.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Help_lists_the_commands()
    {
        using var folder = new TemporaryFolder("program");

        var (exitCode, output) = await RunningPortal.RunCommandAsync(folder, "--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("migrate", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_does_nothing_and_says_what_there_is()
    {
        using var folder = new TemporaryFolder("program");

        var (exitCode, output) = await RunningPortal.RunCommandAsync(folder, "migrat");

        Assert.Equal(2, exitCode);
        Assert.Contains("migrat", output, StringComparison.Ordinal);
        Assert.Contains("Commands:", output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["portal.db"]));
    }

    [Fact]
    public async Task Migrate_makes_the_database_and_has_nothing_to_do_the_second_time()
    {
        using var folder = new TemporaryFolder("program");

        var first = await RunningPortal.RunCommandAsync(folder, "migrate");
        var second = await RunningPortal.RunCommandAsync(folder, "migrate");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.True(File.Exists(folder["portal.db"]));
        Assert.Contains("Applied", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Applied", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_serves_its_styles_and_scripts_from_any_folder_and_in_any_environment()
    {
        using var elsewhere = new TemporaryFolder("elsewhere");
        await using var portal = await RunningPortal.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Production" }, workingFolder: elsewhere.Path);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Address };

        using var style = await client.GetAsync(new Uri("/portal.css", UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.OK, style.StatusCode);
        Assert.DoesNotContain("WebRootPath", portal.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_starts_on_an_empty_folder_and_answers()
    {
        await using var portal = await RunningPortal.StartAsync();
        using var client = new HttpClient { BaseAddress = portal.Address };

        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}. Its log:\n{portal.Log}");
    }
}
