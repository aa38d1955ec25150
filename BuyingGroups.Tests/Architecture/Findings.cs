namespace BuyingGroups.Tests.Architecture;

/// <summary>Says all of what was found, where an assertion of the framework would cut it short.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> found)
    {
        var lines = found.ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }
}
