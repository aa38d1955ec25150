using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Shell.Lists;

namespace BuyingGroups.Tests.Shell.Lists;

public sealed class ListStateTests
{
    [Fact]
    public void A_state_comes_back_from_its_address()
    {
        var state = new ListState { Page = 3, Size = 25, Sort = "engagement", Descending = true, Search = "Ström & Co = 100 %", Columns = ["stage", "roles"], View = 4 }
            .WithFilter("missing", "Decision Maker", "Champion").WithFilter("completeness-below", "50").WithPage(3);

        var back = ListState.Parse("https://portal.example" + state.ToAddress("/buying-groups/browse"));

        Assert.Equal(state, back);
        Assert.Equal(["Decision Maker", "Champion"], back.FilterValues("missing"));
        Assert.Equal(50, back.FilterNumber("completeness-below"));
        Assert.Equal("Ström & Co = 100 %", back.Search);
        Assert.Equal(new PageRequest(3, 25, "engagement", true), back.Request);
        Assert.Equal(["stage", "roles"], back.Columns);
        Assert.Equal(4, back.View);
    }

    [Theory]
    [InlineData("https://portal.example/accounts", "")]
    [InlineData("?page=0&size=0", "")]
    [InlineData("?page=-4&size=100000&sort=&cols=&view=x", "")]
    [InlineData("?page=two&size=99999999999999999999", "")]
    [InlineData("?stage=&stage=%20&=5&q=%20%20", "")]
    [InlineData("?page=1&size=50", "")]
    [InlineData("?sort=-name&b=2&a=1", "a=1&b=2&sort=-name")]
    [InlineData("?stage=3#top", "stage=3")]
    public void An_address_typed_by_hand_never_fails(string address, string kept) => Assert.Equal(kept, ListState.Parse(address).ToQuery());

    [Fact]
    public void A_head_sorts_one_way_then_the_other_then_not_at_all()
    {
        var first = new ListState { Page = 9 }.SortedBy("engagement", descendingFirst: true);
        var second = first.SortedBy("engagement", descendingFirst: true);
        var third = second.SortedBy("engagement", descendingFirst: true);

        Assert.Equal(("engagement", true, 1), (first.Sort, first.Descending, first.Page));
        Assert.Equal(("engagement", false), (second.Sort, second.Descending));
        Assert.Null(third.Sort);
        Assert.Equal(("name", false), (first.SortedBy("name").Sort, first.SortedBy("name").Descending));
    }

    [Fact]
    public void What_changes_the_rows_goes_back_to_the_first_page()
    {
        var state = new ListState { Page = 5 };

        Assert.Equal(1, state.WithFilter("stage", "3").Page);
        Assert.Equal(1, state.WithSearch("x").Page);
        Assert.Equal(1, state.WithSize(100).Page);
        Assert.Equal(5, state.WithColumns(["stage"]).Page);
    }

    [Fact]
    public void Clear_keeps_order_size_and_columns()
    {
        var cleared = (new ListState { Sort = "name", Size = 25, Columns = ["stage"], Search = "x", View = 2 }).WithFilter("stage", "3").Cleared();

        Assert.False(cleared.IsFiltered);
        Assert.Equal("sort=name&size=25&cols=stage", cleared.ToQuery());
    }

    [Fact]
    public void A_filter_cannot_take_a_key_of_the_list() => Assert.Throws<ArgumentException>(() => new ListState().WithFilter("page", "2"));

    [Fact]
    public void A_saved_view_keeps_neither_the_page_nor_itself() =>
        Assert.Equal("stage=3&sort=name", (new ListState { Sort = "name", View = 8 }).WithFilter("stage", "3").WithPage(4).ToViewQuery());

    [Fact]
    public void A_page_never_asks_for_more_than_the_largest_size()
    {
        Assert.Equal(PageRequest.LargestSize, new PageRequest(1, 5000).Take);
        Assert.Equal(1, new PageRequest(-3, -3).Take);
        Assert.Equal(0, new PageRequest(-3, 50).Skip);
        Assert.Equal(100, new PageRequest(3, 50).Skip);
    }
}
