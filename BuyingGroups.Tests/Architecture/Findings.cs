namespace BuyingGroups.Tests.Architecture;

/// <summary>Says all of what was found, where an assertion of the framework would cut it short.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> found) => Assert.Equal("", string.Join('\n', found));
}
