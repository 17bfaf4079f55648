# 行为和地点

place-acts = 对方做了什么？
    .hint = 可以选几项。
    .label = 行为
    .opt-make = 生产
    .also-make = 制造 | 加工
    .opt-use = 使用
    .also-use = 在用
    .opt-offer = 推销（许诺销售）
    .also-offer = 推销 | 展示 | 许诺销售 | 招商
    .opt-sell = 销售
    .also-sell = 卖 | 出售
    .opt-import = 进口
    .also-import = 从国外运来
    .opt-mark = 标注专利或商标
    .also-mark = 标注 | 贴牌 | 打标
    .opt-advertise = 做广告
    .also-advertise = 广告 | 宣传 | 推广
    .opt-other = 其他
    .also-other = 别的

place-place-kind = 是在什么地方发现的？
    .why = 由行为发生地的部门来办，所以要先弄清地点。
    .label = 场所
    .opt-shop = 商店
    .also-shop = 店铺 | 门店 | 超市 | 商场 | 药店
    .opt-factory = 工厂或仓库
    .also-factory = 工厂 | 厂家 | 仓库 | 车间
    .opt-market = 批发市场或集市
    .also-market = 市场 | 批发市场 | 集市
    .opt-exhibition = 展会
    .also-exhibition = 展览 | 展销会 | 博览会
    .opt-online = 网上
    .also-online = 网店 | 网购 | 淘宝 | 京东 | 拼多多 | 抖音 | 直播
    .opt-customs = 进出口环节
    .also-customs = 海关 | 口岸 | 进口 | 出口
    .opt-other = 其他地方
    .also-other = 其他 | 别的地方

place-platform = 在哪个平台、哪家网店？
    .hint = 例如：淘宝，店名“某某旗舰店”
    .label = 平台和网店

place-links = 能把商品或店铺的链接发来吗？
    .hint = 在商品页点“分享”，选“复制链接”，再粘贴到这里。几个链接就分行写。
    .label = 链接

place-district = 在哪个区？
    .hint = 写区名、开发区或附近的地名都行，例如：武昌、光谷、汉正街。不在武汉就写城市名。
    .label = 所在区

place-expo = 是哪个展会，展位号多少？
    .hint = 例如：某某博览会，A3馆12号展位
    .label = 展会和展位

place-address = 具体在什么位置？
    .hint = 写店名和门牌，或者写怎么走，例如：某某路18号一楼，某某五金店
    .label = 详细地址

place-found-on = 您是哪天发现的？
    .hint = 大概的日子也行，例如：昨天、11月3日、2026-11-03
    .label = 发现日期

place-ongoing = 现在还在继续吗？
    .label = 是否还在继续
