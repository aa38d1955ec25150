namespace BuyingGroups.Bench;

internal static class GroupsBench
{
    public static Task RunAsync(BenchRun run) => Task.CompletedTask;
}
