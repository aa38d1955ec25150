namespace BuyingGroups.Portal.Features.Demo.Words;

internal static partial class Languages
{
    public static Language Chinese { get; } = new("Traditional Chinese", new LanguageWords
    {
        Women = "淑芬/Shu-Fen|美玲/Mei-Ling|雅婷/Ya-Ting|怡君/Yi-Chun|佳穎/Chia-Ying|惠雯/Hui-Wen|欣怡/Hsin-Yi|詩涵/Shih-Han|麗華/Li-Hua|秀英/Hsiu-Ying|玉珍/Yu-Chen|曉萍/Hsiao-Ping|思妤/Ssu-Yu|婉如/Wan-Ju|靜宜/Ching-Yi|筱婷/Hsiao-Ting|雅雯/Ya-Wen|心潔/Hsin-Chieh|韻如/Yun-Ju|瑞芳/Jui-Fang|宜蓁/Yi-Chen|品妍/Pin-Yen",
        Men = "志明/Chih-Ming|俊傑/Chun-Chieh|建宏/Chien-Hung|家豪/Chia-Hao|冠宇/Kuan-Yu|承翰/Cheng-Han|文雄/Wen-Hsiung|國華/Kuo-Hua|明哲/Ming-Che|宗翰/Tsung-Han|柏翰/Po-Han|信宏/Hsin-Hung|偉倫/Wei-Lun|育誠/Yu-Cheng|政達/Cheng-Ta|永福/Yung-Fu|嘉文/Chia-Wen|啟明/Chi-Ming|振宇/Chen-Yu|立群/Li-Chun|彥廷/Yen-Ting|子軒/Tzu-Hsuan",
        LastNames = "陳/Chen|林/Lin|黃/Huang|張/Chang|李/Li|王/Wang|吳/Wu|劉/Liu|蔡/Tsai|楊/Yang|許/Hsu|鄭/Cheng|謝/Hsieh|郭/Kuo|洪/Hung|邱/Chiu|曾/Tseng|廖/Liao|賴/Lai|徐/Hsu|周/Chou|葉/Yeh|蘇/Su|莊/Chuang|江/Chiang|呂/Lu|何/Ho|羅/Lo|高/Kao|蕭/Hsiao|潘/Pan|簡/Chien|朱/Chu|鍾/Chung|彭/Peng|游/Yu|詹/Chan|歐陽/Ou-Yang",
        Functions = "營運|車隊|採購|資訊|財務|行銷|業務|人力資源|物流|工程",
        Board = "董事長|總經理|執行長|董事|獨立董事|執行董事",
        Chiefs = "營運長|營運總監;車隊總監;採購長;資訊長|資訊長 CIO;財務長|財務長 (CFO);行銷長;業務長;人資長;供應鏈總監;技術長",
        Vice = "{F}副總經理|副總經理|{F}副總|資深副總經理 ({F})",
        Director = "{F}處長|{F}總監|{F}部協理|{F}協理",
        Manager = "{F}經理|{F}部經理|資深{F}經理|{F}課長|{F}副理|{F}主任",
        Change = "數位轉型經理|創新專案經理|專案經理|流程改善經理",
        Specialist = "{F}專員|{F}分析師|資深{F}專員|{F}工程師|{F}顧問|{F}管理師|軟體工程師",
        Assistant = "{F}助理|總經理特助|司機|實習生|櫃檯人員",
        FirstStems = "通/Tong|永/Yong|大/Da|華/Hua|東/Dong|南/Nan|新/Xin|金/Jin|泰/Tai|宏/Hong|瑞/Rui|聯/Lian|正/Zheng|億/Yi|冠/Guan|遠/Yuan",
        SecondStems = "富/fu|隆/long|昌/chang|祥/xiang|達/da|興/xing|豐/feng|盛/sheng|和/he|安/an|元/yuan|銘/ming|光/guang|海/hai|洋/yang|信/xin",
        Trades = "物流/-logistics|運輸/-transport|海運/-shipping|汽車/-motor|工業/-industry|百貨/-stores|能源/-energy|營造/-construction|醫療/-medical|金融/-finance|軟體/-software|電信/-telecom|食品/-foods|化學/-chemicals",
        Divisions = "服務/-service|租賃/-leasing|倉儲/-storage|投資/-invest",
        Streets = "中正路{n}號|忠孝東路{n}號|港灣路{n}號|工業一路{n}號|民生路{n}號|復興北路{n}號",
        Salutations = "先生~女士",
        FamilyNameFirst = true,
        Between = "",
    });
}
