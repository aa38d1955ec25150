using BuyingGroups.Portal.Features.Lists;

namespace BuyingGroups.Tests.Features.Lists;

public sealed class PrefixTests
{
    [Theory]
    [InlineData("berg", "berh")]
    [InlineData("z", "{")]
    [InlineData("\ud7ff", "\ue000")]
    public void The_range_ends_at_the_first_text_that_does_not_begin_so(string start, string end) => Assert.Equal(new Prefix(start, end), Prefix.Of(start));

    [Fact]
    public void Words_are_normalized_said_once_and_longest_first() =>
        Assert.Equal(["anders", "ma"], Prefix.WordsOf("  Ma ANDERS ma").Select(word => word.Start));

    [Fact]
    public void Nothing_to_search_for_gives_no_words() => Assert.Empty(Prefix.WordsOf("  "));
}
